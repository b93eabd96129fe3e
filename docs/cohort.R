# The figures of a group once more, in R, from the exported CSV: Rscript docs/cohort.R cohort-pcl-5-2026-11-25.csv
# Needs metafor, survival and lme4. Made with R 4.2.2, metafor 3.8-1, survival 3.5-3, lme4 1.1-31.
suppressMessages({ library(metafor); library(survival); library(lme4) })
file <- commandArgs(TRUE)[1]
d <- read.csv(file, comment.char = "#")
if (nrow(d) == 0) stop("No patient is counted in this file")
windows <- c("baseline", "24h", "week-1", "week-2", "week-3", "week-4", "week-8")

# The points of the rule that the file names: "# rule Marx 2022, 15 points; …". A clinic's own rule names none.
said <- readLines(file, n = 5, encoding = "UTF-8")
rule <- sub("^# rule ", "", grep("^# rule ", said, value = TRUE))
named <- grepl("^[^;]*, [0-9]+ points;", rule) && !any(grepl("\"ruleId\":\"own-", said, fixed = TRUE))
points <- if (isTRUE(named)) as.numeric(sub("^[^;]*, ([0-9]+) points;.*", "\\1", rule)) else NA
if (is.na(points)) cat("The rule of this file names no points (", rule, "): nothing is counted by it here.\n", sep = "")

# As t.test(x)$conf.int, which stops where all are alike; without spread the interval is the mean.
interval <- function(x) if (sd(x) > 0) t.test(x)$conf.int else c(mean(x), mean(x))

for (w in windows) {
  k <- d[d$window == w, ]
  n <- nrow(k)
  if (n < 3) next
  cat("\n", w, "\n  scores", n, mean(k$total), sd(k$total), interval(k$total))
  if (w == "baseline") next
  change <- k$total - k$baseline
  r <- if (sd(k$total) > 0 && sd(k$baseline) > 0) cor(k$total, k$baseline) else NA
  cat("\n  change", mean(change), sd(change), interval(change), "r", r)
  # Without spread there is no standardised change; where only one side has none, the correlation does not enter.
  if (!is.na(r)) {
    smcr <- escalc("SMCR", m1i = mean(k$total), m2i = mean(k$baseline), sd1i = sd(k$baseline), ni = n, ri = r)
    cat("\n  g by baseline", smcr$yi, sqrt(smcr$vi))
  }
  if (sd(change) > 0) {
    smcc <- escalc("SMCC", m1i = mean(k$total), sd1i = sd(k$total), m2i = mean(k$baseline), sd2i = sd(k$baseline), ni = n, ri = if (is.na(r)) 0 else r)
    cat("\n  g by change", smcc$yi, sqrt(smcc$vi))
  }
  if (is.na(points)) next
  met <- -change >= points
  cat("\n ", points, "points or more", sum(met), "of", n, prop.test(sum(met), n, correct = FALSE)$conf.int)
}
cat("\n\n")

# The first fall by the rule's points or more, or the last score.
if (!is.na(points)) {
  time <- do.call(rbind, lapply(split(d, d$patient), function(k) {
    later <- k[-seq_len(which(k$window == "baseline")), ]
    event <- which(later$baseline - later$total >= points)
    if (length(event)) return(data.frame(day = later$local_day[event[1]], event = 1))
    data.frame(day = if (nrow(later)) tail(later$local_day, 1) else k$local_day[k$window == "baseline"], event = 0)
  }))
  print(survfit(Surv(day, event) ~ 1, time, conf.type = "log-log"))
}

# From the baseline on; scores before it are in the file and not in the curve.
from <- tapply(d$local_day[d$window == "baseline"], d$patient[d$window == "baseline"], min)
grow <- d[d$local_day >= from[as.character(d$patient)], ]
tryCatch(
  print(summary(lmer(total ~ I(local_day / 7) + (I(local_day / 7) | patient), grow, control = lmerControl("bobyqa")))),
  error = function(why) cat("No growth curve can be fitted:", conditionMessage(why), "\n")
)
