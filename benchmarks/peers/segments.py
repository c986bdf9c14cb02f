"""Segmentation as a careful user of scikit-learn and NumPy would write it."""

import time

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from sklearn.utils._testing import ignore_warnings

EARTH_KM = 6371.0088


@ignore_warnings(category=ConvergenceWarning)
def mixture(rows, centres, shape, iterations):
    """So many iterations from centres, equal weights and unit covariances; the log-likelihood, and the seconds of CPU that it took."""
    count, width = centres.shape
    precisions = np.ones((count, width)) if shape == "diag" else np.tile(np.eye(width), (count, 1, 1))
    start = time.process_time()
    fitted = GaussianMixture(count, covariance_type=shape, means_init=centres, weights_init=np.full(count, 1 / count), precisions_init=precisions,
                             init_params="random", tol=0, max_iter=iterations, random_state=1).fit(rows)
    return fitted.lower_bound_ * len(rows), time.process_time() - start


def iteration(rows, centres, shape, iterations=10, repeats=3):
    """Log-likelihood after one more than so many iterations, and an iteration's seconds: the start falls out of the difference."""
    times = []
    for _ in range(repeats):
        _, few = mixture(rows, centres, shape, 1)
        log_likelihood, many = mixture(rows, centres, shape, 1 + iterations)
        times.append((many - few) / iterations)
    return log_likelihood, min(times)


def places(latitudes, longitudes, kilometres, least):
    """Labels by DBSCAN with great-circle distances."""
    return DBSCAN(eps=kilometres / EARTH_KM, min_samples=least, metric="haversine", algorithm="ball_tree").fit(np.radians(np.column_stack([latitudes, longitudes]))).labels_


def rules(recency, frequency, monetary, city):
    """The first of four rules that holds."""
    return np.select([
        (frequency >= 5) & (monetary >= 500),
        (monetary >= 100) & ((city == 0) | (city == 1)),
        (recency >= 400) | (city < 0),
        (frequency >= 2) & (frequency < 4),
    ], [0, 1, 2, 3], 4)
