# The figures of a group once more, in R, from the exported CSV: Rscript docs/cohort.R cohort-pcl-5-2026-11-25.csv
# Needs metafor, survival and lme4. Made with R 4.2.2, metafor 3.8-1, survival 3.5-3, lme4 1.1-31.
suppressMessages({ library(metafor); library(survival); library(lme4) })
d <- read.csv(commandArgs(TRUE)[1], comment.char = "#")
windows <- c("baseline", "24h", "week-1", "week-2", "week-3", "week-4", "week-8")

for (w in windows) {
  k <- d[d$window == w, ]
  n <- nrow(k)
  if (n < 3) next
  cat("\n", w, "\n  scores", n, mean(k$total), sd(k$total), t.test(k$total)$conf.int)
  if (w == "baseline") next
  change <- k$total - k$baseline
  r <- cor(k$total, k$baseline)
  smcr <- escalc("SMCR", m1i = mean(k$total), m2i = mean(k$baseline), sd1i = sd(k$baseline), ni = n, ri = r)
  smcc <- escalc("SMCC", m1i = mean(k$total), sd1i = sd(k$total), m2i = mean(k$baseline), sd2i = sd(k$baseline), ni = n, ri = r)
  met <- -change >= 15 # Marx 2022, 15 points
  cat("\n  change", mean(change), sd(change), t.test(change)$conf.int, "r", r)
  cat("\n  g by baseline", smcr$yi, sqrt(smcr$vi), "by change", smcc$yi, sqrt(smcc$vi))
  cat("\n  15 points or more", sum(met), "of", n, prop.test(sum(met), n, correct = FALSE)$conf.int)
}

# The first fall of 15 points or more, or the last score.
time <- do.call(rbind, lapply(split(d, d$patient), function(k) {
  later <- k[-seq_len(which(k$window == "baseline")), ]
  event <- which(later$baseline - later$total >= 15)
  if (length(event)) return(data.frame(day = later$local_day[event[1]], event = 1))
  data.frame(day = if (nrow(later)) tail(later$local_day, 1) else k$local_day[k$window == "baseline"], event = 0)
}))
cat("\n\n")
print(survfit(Surv(day, event) ~ 1, time, conf.type = "log-log"))

# From the baseline on; scores before it are in the file and not in the curve.
from <- tapply(d$local_day[d$window == "baseline"], d$patient[d$window == "baseline"], min)
grow <- d[d$local_day >= from[as.character(d$patient)], ]
print(summary(lmer(total ~ I(local_day / 7) + (I(local_day / 7) | patient), grow, control = lmerControl("bobyqa"))))
