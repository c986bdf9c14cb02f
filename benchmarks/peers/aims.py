"""What the models of purchases are meant to cost, and what peers that are not in Debian cost elsewhere."""

# Job, aim in seconds, the benchmarks whose medians add up to it, and what they are divided by; SMALL is CDNOW where it is at hand, N a million.
AIMS = [
    ("fit Pareto/NBD, CDNOW", 10e-3, ["Fits.ParetoNbd Base=SMALL"], 1),
    ("fit Pareto/NBD, 100,000 customers", 150e-3, ["FitGrowth.ParetoNbd Customers=N/10"], 1),
    ("fit Pareto/NBD, 1,000,000 customers", 0.8, ["FitGrowth.ParetoNbd Customers=N"], 1),
    ("fit BG/NBD, CDNOW", 1e-3, ["Fits.BgNbd Base=SMALL"], 1),
    ("fit BG/NBD, 1,000,000 customers", 250e-3, ["Fits.BgNbd Base=million"], 1),
    ("fit GGom/NBD, CDNOW", 50e-3, ["HarderFits.GgomNbd Base=SMALL"], 1),
    ("P(alive), BG/NBD, a customer", 8e-9, ["Scoring.ProbabilityAlive Model=bg-nbd, Customers=N"], "N"),
    ("expected purchases, BG/NBD, ages in whole days, a customer", 10e-9, ["Scoring.Expected Model=bg-nbd, Customers=N"], "N"),
    ("expected purchases, BG/NBD, no two ages equal, a customer", 120e-9, ["Scoring.ExpectedOffGrid Model=bg-nbd, Customers=N"], "N"),
    ("P(alive) and expected purchases, Pareto/NBD, a customer", 60e-9, ["Scoring.ProbabilityAlive Model=pareto-nbd, Customers=N", "Scoring.Expected Model=pareto-nbd, Customers=N"], "N"),
    ("expected purchases, GGom/NBD, P(alive) and all, a customer", 2e-6, ["Gompertz.Expected Customers=2357"], 2357),
    ("expected purchases, MBG/CNBD-2, P(alive) and all, a customer", 20e-6, ["RegularBuyers.Expected Customers=2357"], 2357),
    ("12-month value, BG/NBD and Gamma-Gamma, 1,000,000 customers", 100e-3, ["Scoring.ValueOfYear Model=bg-nbd, Customers=N"], 1),
    ("two static covariates on both processes of Pareto/NBD, 600 customers", 30e-3, ["CovariateFits.Fit Model=pareto-nbd, Customers=600"], 1),
    ("two static covariates on both processes of Pareto/NBD, 10,000 customers", 300e-3, ["CovariateFits.Fit Model=pareto-nbd, Customers=10000"], 1),
    ("dynamic covariates, 600 customers × 104 weeks, one path", 0.5, ["DynamicCovariates.Fit Customers=600, OwnPaths=False"], 1),
    ("dynamic covariates, 600 customers × 104 weeks, a path each", 0.5, ["DynamicCovariates.Fit Customers=600, OwnPaths=True"], 1),
    ("a bootstrap replicate, MBG/NBD, CDNOW", 5e-3, ["Uncertain.HundredMbgNbd Customers=2357"], 100),
    ("a bootstrap replicate, Pareto/NBD, CDNOW", 5e-3, ["Uncertain.HundredParetoNbd Customers=2357"], 100),
    ("a sweep, Pareto/NBD by hierarchical Bayes, CDNOW", 1 / 3000, ["Sweeps.ParetoNbdHb"], "sweeps"),
    ("a sweep, Pareto/GGG, 2,357 customers", 1 / 200, ["Sweeps.ParetoGgg"], "sweeps"),
]

# Job, package, what it took there.
PUBLISHED = [
    ("fit Pareto/NBD, CDNOW", "CLVTools", ".38 s"),
    ("fit Pareto/NBD, 100,000 customers", "CLVTools", "3.8 s (30k distinct histories)"),
    ("fit Pareto/NBD, 1,000,000 customers", "CLVTools", "14.6 s (106k distinct histories)"),
    ("fit Pareto/NBD, CDNOW; 100,000 customers", "lifetimes", ".64 s; 31.5 s"),
    ("fit BG/NBD, CDNOW", "CLVTools; lifetimes", ".71 s; .149 s"),
    ("fit BG/NBD, 1,000,000 customers", "lifetimes", "15.6 s"),
    ("fit GGom/NBD, CDNOW", "CLVTools", "1.4 s"),
    ("fit Pareto/NBD with correlation, CDNOW", "CLVTools", "1.8 s"),
    ("P(alive) and expected purchases, Pareto/NBD, a customer", "lifetimes; CLVTools", "1.16 µs; 1.23 µs"),
    ("expected purchases, GGom/NBD, a customer", "CLVTools", "27 µs"),
    ("expected purchases, MBG/CNBD-2, a customer", "BTYDplus", "5.5 ms"),
    ("12-month value, BG/NBD and Gamma-Gamma, 1,000,000 customers", "lifetimes", "14.2 s"),
    ("two static covariates on both processes of Pareto/NBD, 600 customers", "CLVTools", ".92 s (BG/NBD 1.2 s, GGom/NBD 2.3 s)"),
    ("dynamic covariates, 600 customers × 104 weeks", "CLVTools", "116 s"),
    ("a bootstrap replicate, CDNOW", "CLVTools", ".59 s"),
    ("sweeps a second, 2,357 customers: Pareto/NBD; Abe; Pareto/GGG", "BTYDplus", "577; 402; 13"),
]
