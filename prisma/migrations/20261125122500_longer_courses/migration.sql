-- Twelve sessions of cognitive processing therapy, one a week, last longer than eight weeks.
ALTER TABLE "course" DROP CONSTRAINT course_planned_weeks;
ALTER TABLE "course" ADD CONSTRAINT course_planned_weeks CHECK (planned_weeks BETWEEN 1 AND 20);
