"""scikit-learn's k-means on one thread: nanoseconds per row and iteration, 1,000,000 x 8, k = 8 and 20.

Run with OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1. The rows are drawn as in Clustering.cs: twelve overlapping groups.
"""
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans

ROWS, WIDTH, GROUPS = 1_000_000, 8, 12
warnings.filterwarnings("ignore")
random = np.random.default_rng(1)
means = random.random((GROUPS, WIDTH)) * 6
rows = means[random.integers(GROUPS, size=ROWS)] + random.standard_normal((ROWS, WIDTH))

for k in (8, 20):
    start = rows[[i * (ROWS // k) for i in range(k)]]
    for algorithm in ("lloyd", "elkan"):
        def run(iterations):
            best, done = float("inf"), 0
            for _ in range(3):
                begin = time.process_time()
                fit = KMeans(k, init=start, n_init=1, max_iter=iterations, tol=0, algorithm=algorithm, copy_x=False).fit(rows)
                best, done = min(best, time.process_time() - begin), fit.n_iter_
            return best, done
        (few, a), (many, b) = run(2), run(22)
        print(f"{algorithm} k={k}: {(many - few) / (b - a) / ROWS * 1e9:.1f} ns per row and iteration", flush=True)
