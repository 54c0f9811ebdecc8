// The engine, compiled from the sources of the command: every number that it gives has the command's bits.

const activations = ['sigmoid', 'tanh', 'relu'];
const optimizers = ['cg', 'lbfgs'];
const terminations = ['converged', 'iterationLimit', 'valueConverged', 'lineSearchFailed', 'nonFinite', 'interrupted'];
const generators = ['moons', 'circles', 'blobs', 'gaussian-quantiles', 'xor', 'spirals'];

/// Splits numbers that follow each other.
const numberReader = (numbers) => {
  let position = 0;
  const take = (count) => {
    position += count;
    return numbers.subarray(position - count, position);
  };
  const one = () => take(1)[0];
  return { take, one, counted: () => take(one()) };
};

/// Returns the functions of the engine. `observe` gets every iterate of a training, and returns false to end it.
const startEngine = async (module, observe = () => true) => {
  let memory;
  const { exports } = await WebAssembly.instantiate(module, {
    page: {
      observe: (iteration, cost, start, count) =>
        Number(observe(iteration, cost, new Float64Array(memory.buffer, start, count)) !== false),
    },
  });
  memory = exports.memory;

  const put = (...parts) => {
    const count = parts.reduce((sum, part) => sum + part.length, 0);
    // The reservation may replace the buffer.
    const start = exports.page_reserve(count);
    const input = new Float64Array(memory.buffer, start, count);
    let position = 0;
    for (const part of parts) {
      input.set(part, position);
      position += part.length;
    }
  };
  /// The result of a function that returned `count`.
  const result = (count) => {
    const numbers = new Float64Array(memory.buffer, exports.page_result(), Math.abs(count)).slice();
    if (count < 0) throw new RangeError(new TextDecoder().decode(Uint8Array.from(numbers)));
    return numbers;
  };
  const numbersOf = (network, theta) => [network.layers, theta];
  const kindOf = (network) => [network.layers.length, activations.indexOf(network.activation)];

  return {
    /// Points of a generated set: { points: x and y of each, labels }.
    generate({ set, samples, seed, noise = 0, factor = 0.5, centers = 3, spread = 1 }) {
      const parameter = set === 'blobs' ? spread : noise;
      const numbers = result(exports.page_generate(generators.indexOf(set), samples, centers, parameter, factor, seed));
      const count = numbers.length / 3;
      return {
        points: Float64Array.from({ length: 2 * count }, (_, index) => numbers[3 * (index >> 1) + (index & 1)]),
        labels: Array.from({ length: count }, (_, index) => numbers[3 * index + 2]),
      };
    },
    /// Indices of training and held-out points: { training, test }.
    divide(labels, classCount, { testFraction, seed = 0, stratify = false }) {
      put(labels);
      const [count, ...indices] = result(exports.page_divide(labels.length, classCount, testFraction, seed, stratify));
      return { training: indices.slice(0, count), test: indices.slice(count) };
    },
    /// Loads { points, labels, trainCount, classCount, standardize }, training points first, and returns the limits of the points:
    /// least x and y, greatest x and y.
    load({ points, labels, trainCount, classCount, standardize }) {
      this.classCount = classCount;
      put(Array.from(labels, (label, index) => [points[2 * index], points[2 * index + 1], label]).flat());
      return Array.from(result(exports.page_load(trainCount, labels.length - trainCount, classCount, standardize)));
    },
    /// Sets limits and grid of the pictures.
    frame(limits, step) {
      result(exports.page_frame(...limits, ...step));
    },
    /// Trains on the loaded training points.
    ///
    /// `film` is the resolution of the recorded iterations, 0 to record none.
    train({ layers, activation, lambda, optimizer, tolerance, maxIterations = null, seed = 0, restarts = 1 }, film = 0) {
      put(layers);
      const numbers = numberReader(result(exports.page_train(
        layers.length, activations.indexOf(activation), lambda, optimizers.indexOf(optimizer), tolerance,
        maxIterations ?? -1, seed, restarts, film)));
      const [initialSeed, cost, iterations, evaluations, gradientNorm, termination] = numbers.take(6);
      const inputs = [2, ...layers];
      const outputs = [...layers, this.classCount];
      const parameterCount = inputs.reduce((sum, count, index) => sum + (1 + count) * outputs[index], 0);
      const theta = numbers.take(parameterCount);
      const report = {
        layers, activation, lambda, theta, seed: initialSeed, cost, iterations, evaluations, gradientNorm,
        termination: terminations[termination],
      };
      if (film > 0) {
        report.costs = numbers.counted();
        report.testCosts = numbers.counted();
        report.snapshots = Array.from({ length: numbers.one() }, () => ({
          iteration: numbers.one(), theta: numbers.take(parameterCount),
        }));
      }
      return report;
    },
    /// Evaluates a network with the theta of a training: scores, the class of each point, theta in data units, and the path
    /// data of the regions of classes 1, 2, … with those behind them.
    evaluate(network) {
      put(...numbersOf(network, network.theta));
      const numbers = numberReader(result(exports.page_evaluate(...kindOf(network))));
      const score = () => {
        const [count, correct, accuracy, low, high, crossEntropy] = numbers.take(6);
        return count > 0 ? { count, correct, accuracy, interval: [low, high], crossEntropy } : null;
      };
      const [training, test, gap] = [score(), score(), numbers.one()];
      const classes = Array.from(numbers.take(training.count + (test?.count ?? 0)));
      const thetaInDataUnits = numbers.take(network.theta.length);
      const regions = Array.from({ length: this.classCount - 1 }, () =>
        new TextDecoder().decode(Uint8Array.from(numbers.counted())));
      return { training, test, gap, classes, thetaInDataUnits, regions };
    },
    /// The probability of each class at a place, by a network with theta in data units.
    probabilities(network, x, y, classCount) {
      put([x, y], ...numbersOf(network, network.thetaInDataUnits));
      return Array.from(result(exports.page_probabilities(...kindOf(network), classCount)));
    },
    /// The share of the picture on which two networks differ.
    differenceShare(first, second) {
      put(...numbersOf(first, first.thetaInDataUnits), ...numbersOf(second, second.thetaInDataUnits));
      return result(exports.page_difference(...kindOf(first), ...kindOf(second), this.classCount))[0];
    },
    /// Compares the classes that two classifiers give to points.
    compare(labels, first, second) {
      put(labels.flatMap((label, index) => [label, first[index], second[index]]));
      const [differing, share, firstOnly, secondOnly, pValue, isWithinChance] = result(exports.page_compare(labels.length));
      return { differing, share, firstOnly, secondOnly, pValue, isWithinChance: isWithinChance === 1 };
    },
    /// The most frequent class of the loaded training points, and its share of the training and the held-out points.
    baseline() {
      const [label, accuracy, testAccuracy] = result(exports.page_baseline());
      return { label, accuracy, testAccuracy };
    },
    /// The number of classes of the loaded points.
    classCount: 2,
  };
};
