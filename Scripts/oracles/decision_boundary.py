"""Writes Tests/TrainingTests/Fixtures/class-counts.json: class counts by numpy over the default grid at given thetas."""

import numpy as np

from fixtures import write_json
from network import forward, moons, parameter_count, train

points, labels = moons()
(min_x, min_y), (max_x, max_y) = points.min(axis=0), points.max(axis=0)
STEP = 0.01
xs = np.arange(min_x - 0.5, max_x + 0.5, STEP)
ys = np.arange(min_y - 0.5, max_y + 0.5, STEP)
grid_x, grid_y = np.meshgrid(xs, ys)
grid_points = np.column_stack([grid_x.ravel(), grid_y.ravel()])


def fields(logits):
    """d_k = max_{j >= k} z_j - max_{j < k} z_j for k = 1 ... K - 1, one column each."""
    return np.column_stack([
        logits[:, k:].max(axis=1) - logits[:, :k].max(axis=1) for k in range(1, logits.shape[1])])


def network(name, layers, theta):
    logits, _ = forward(theta, layers, grid_points)
    response = fields(logits)
    # numpy's argmax, too, takes the lowest index on a tie.
    counts = np.bincount(np.argmax(logits, axis=1), minlength=layers[-1])
    corners = [(0, 0), (0, len(xs) - 1), (len(ys) - 1, 0), (len(ys) - 1, len(xs) - 1)]
    picks = np.random.RandomState(5)
    inside = zip(picks.randint(0, len(ys), 16).tolist(), picks.randint(0, len(xs), 16).tolist())
    return {
        "name": name, "layers": layers, "theta": theta.tolist(),
        "classCounts": counts.tolist(),
        "nearTies": int(np.sum(np.any(np.abs(response) < 1e-12, axis=1))),
        "values": [
            {"row": row, "column": column, "fields": response[row * len(xs) + column].tolist()}
            for row, column in corners + list(inside)],
    }


networks = []
for hidden in [1, 2, 3, 4, 5, 20, 50]:
    layers = [2, hidden, 2]
    theta, _ = train(layers, points, labels, 0.001)
    networks.append(network(f"{hidden} hidden units, trained", layers, theta))
for layers in [[2, 4, 3, 2], [2, 5, 3], [2, 5, 4, 3, 4]]:
    # The first random theta for which every class has at least a twentieth of the grid.
    generator, counts = np.random.RandomState(0), [0]
    while min(counts) < len(grid_points) / 20:
        theta = generator.normal(size=parameter_count(layers)) * 4
        candidate = network(f"layers {layers}, random", layers, theta)
        counts = candidate["classCounts"]
    networks.append(candidate)

write_json("Training", "class-counts.json", {
    "about": "Over the default grid, numpy.arange from start: the points of every class, the number of points where a field "
             "lies within 1e-12 of 0, and the fields d_k at some points. Column follows x, row follows y.",
    "grid": {
        "x": {"start": float(xs[0]), "step": STEP, "count": len(xs)},
        "y": {"start": float(ys[0]), "step": STEP, "count": len(ys)}},
    "networks": networks,
})
