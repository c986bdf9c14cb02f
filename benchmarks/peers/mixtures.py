"""scikit-learn's GaussianMixture on 1,000,000 x 8 rows and 8 components: nanoseconds of CPU per row and iteration on one thread. Debian's python3-sklearn."""

import os

for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

ROWS, WIDTH, COMPONENTS, ITERATIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, 8, 8, 5

warnings.filterwarnings("ignore")
random = np.random.default_rng(3)
centres = 2 * random.standard_normal((COMPONENTS, WIDTH))
data = centres[random.integers(COMPONENTS, size=ROWS)] + random.standard_normal((ROWS, WIDTH))


def seconds(shape, iterations):
    start = time.process_time()
    GaussianMixture(COMPONENTS, covariance_type=shape, means_init=centres, weights_init=np.full(COMPONENTS, 1 / COMPONENTS),
                    init_params="random", tol=0, max_iter=iterations, random_state=1).fit(data)
    return time.process_time() - start


# What a fit does beside its iterations falls out of the difference; the least of three disturbs least.
figures = {shape: min((seconds(shape, 1 + ITERATIONS) - seconds(shape, 1)) / ITERATIONS / ROWS * 1e9 for _ in range(3)) for shape in ("diag", "full")}
print(json.dumps({"sklearn": sklearn.__version__, "numpy": np.__version__, "nanoseconds per row and iteration": figures}))
