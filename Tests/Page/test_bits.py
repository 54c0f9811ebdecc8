"""Compares theta and cost of networks that Chromium trains with those of the command, bit for bit.

The arguments are a folder with moons.html and iris.html, the command, and the file iris.csv.
"""
import json
import os
import struct
import subprocess
import sys
import unittest

from reader import Reader

if os.environ.get("BOUNDARYPLOT_BROWSER") == "firefox":
    from firefox import Reader

folder, command, iris = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)

MOONS = {"set": "moons", "noise": 0.2}
BLOBS = {"set": "blobs", "centers": 3, "spread": 1}
SPIRALS = {"set": "spirals", "noise": 0.1}
CIRCLES = {"set": "circles", "noise": 0.1, "factor": 0.5}
XOR = {"set": "xor", "noise": 0.1}
QUANTILES = {"set": "gaussian-quantiles"}
IRIS = "iris"
STEPS = {"blobs": 0.2}

# Data, layers, activation, λ, optimiser, and what departs from 200 samples, seeds 0, one restart and no held-out points.
CONFIGURATIONS = [
    (MOONS, [], "sigmoid", 0.001, "cg", {}),
    (MOONS, [1], "sigmoid", 0.001, "cg", {}),
    (MOONS, [2], "sigmoid", 0.0001, "cg", {}),
    (MOONS, [3], "sigmoid", 0.001, "cg", {}),
    (MOONS, [3], "sigmoid", 0.001, "lbfgs", {"restarts": 5}),
    (MOONS, [5], "tanh", 0.01, "cg", {"testFraction": 0.3}),
    (MOONS, [20], "sigmoid", 0.01, "cg", {"testFraction": 0.3, "restarts": 3}),
    (MOONS, [20], "relu", 0.001, "lbfgs", {"samples": 500}),
    (MOONS, [8, 8], "tanh", 0.001, "lbfgs", {"seed": 7}),
    (MOONS, [4, 3, 2], "sigmoid", 0.0001, "lbfgs", {"dataSeed": 3}),
    (MOONS, [4, 3, 2], "relu", 0.01, "cg", {}),
    (MOONS, [3], "sigmoid", 0, "cg", {"samples": 1000, "maxIterations": 300}),
    (CIRCLES, [3], "sigmoid", 0.001, "cg", {}),
    (CIRCLES, [5], "relu", 0.01, "lbfgs", {"testFraction": 0.5}),
    (CIRCLES, [8, 8], "sigmoid", 0.001, "cg", {"restarts": 2}),
    (CIRCLES, [2], "tanh", 1, "lbfgs", {"dataSeed": 11}),
    (BLOBS, [], "sigmoid", 0.01, "cg", {}),
    (BLOBS, [3], "sigmoid", 0.001, "cg", {"testFraction": 0.3, "stratify": True}),
    (BLOBS, [5], "tanh", 0.001, "lbfgs", {"samples": 301}),
    (BLOBS, [4, 3, 2], "tanh", 0.01, "cg", {}),
    (XOR, [2], "sigmoid", 0.001, "cg", {}),
    (XOR, [8, 8], "relu", 0.001, "lbfgs", {"seed": 123}),
    (XOR, [3], "tanh", 0.0001, "cg", {"restarts": 4}),
    (SPIRALS, [20], "sigmoid", 0.0001, "cg", {}),
    (SPIRALS, [8, 8], "tanh", 0.0001, "lbfgs", {"samples": 400}),
    (QUANTILES, [5], "sigmoid", 0.001, "cg", {}),
    (QUANTILES, [20], "tanh", 0.01, "lbfgs", {"testFraction": 0.2, "dataSeed": 5}),
    (IRIS, [], "sigmoid", 0.001, "cg", {"testFraction": 0.3}),
    (IRIS, [3], "sigmoid", 0.01, "cg", {"testFraction": 0.3}),
    (IRIS, [8, 8], "relu", 0.001, "lbfgs", {"testFraction": 0.3, "seed": 2}),
    (IRIS, [4, 3, 2], "tanh", 0.0001, "cg", {"testFraction": 0.3, "restarts": 2}),
]

# Trains in a worker made from the page's own engine, whose policy holds for it.
TRAIN = """
const text = (id) => document.getElementById(id).textContent;
const handler = `
  const hex = (numbers) => Array.from(new BigUint64Array(Float64Array.from(numbers).buffer), (bits) => bits.toString(16)).join(' ');
  addEventListener('message', async ({ data: { engineText, data, split, training } }) => {
    try {
      const bytes = Uint8Array.from(atob(engineText), (character) => character.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      const engine = await startEngine(await WebAssembly.compile(await new Response(stream).arrayBuffer()));
      if (data.set) {
        const { points, labels } = engine.generate(data);
        const classCount = Math.max(...labels) + 1;
        const all = labels.map((_, index) => index);
        const parts = split ? engine.divide(labels, classCount, split) : { training: all, test: [] };
        const order = [...parts.training, ...parts.test];
        engine.load({
          points: order.flatMap((index) => [points[2 * index], points[2 * index + 1]]), labels: order.map((index) => labels[index]),
          trainCount: parts.training.length, classCount, standardize: false,
        });
      } else {
        engine.load(data);
      }
      const { theta, cost, iterations, seed } = engine.train(training);
      postMessage({ theta: hex(theta), cost: hex([cost]), iterations, seed });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  });`;
const worker = new Worker(URL.createObjectURL(new Blob([text('engine-source'), handler], { type: 'text/javascript' })));
let data = arguments[0];
if (data === null) {
  const run = JSON.parse(text('run'));
  const bytes = Uint8Array.from(atob(run.points), (character) => character.charCodeAt(0));
  data = {
    points: new Float64Array(bytes.buffer), labels: Array.from(run.labels, (character) => character.charCodeAt(0) - 48),
    trainCount: run.trainCount, classCount: run.classNames.length, standardize: run.settings.standardize,
  };
}
return new Promise((resolve) => {
  worker.onmessage = (message) => { worker.terminate(); resolve(message.data); };
  worker.onerror = () => resolve({ error: 'the worker does not start' });
  worker.postMessage({ engineText: text('engine'), data, split: arguments[1], training: arguments[2] });
});
"""


def bits(numbers):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', number))[0]:x}" for number in numbers)


def request(data, layers, activation, light, optimizer, others):
    """The request of a configuration, as the command reads it."""
    training = {"optimizer": optimizer, "initialSeed": others.get("seed", 0), "restarts": others.get("restarts", 1)}
    if "maxIterations" in others:
        training["maxIterations"] = others["maxIterations"]
    source = {"file": iris} if data == IRIS else {
        **data, "samples": others.get("samples", 200), "seed": others.get("dataSeed", 0)}
    found = {"data": source, "classifiers": [{"hidden": layers, "activation": activation, "lambda": light}],
             "training": training}
    if data != IRIS:
        found["grid"] = {"step": STEPS.get(data["set"], 0.05)}
    if "testFraction" in others:
        found["split"] = {"testFraction": others["testFraction"], "stratify": others.get("stratify", False)}
    return found


class Bits(unittest.TestCase):
    def test_theta_and_cost_are_those_of_the_command(self):
        self.assertGreaterEqual(len(CONFIGURATIONS), 30)
        with Reader() as reader:
            for configuration in sorted(CONFIGURATIONS, key=lambda configuration: configuration[0] == IRIS):
                with self.subTest(configuration=configuration):
                    self.compare(reader, *configuration)
            self.assertEqual(reader.messages(), [])
            self.assertEqual(reader.requests(), [])

    def compare(self, reader, data, layers, activation, light, optimizer, others):
        asked = request(data, layers, activation, light, optimizer, others)
        output = subprocess.run([command, "--request", "-", "--json", "-", "--quiet", "-o", f"{folder}/bits.png"],
                                input=json.dumps(asked), check=True, capture_output=True, text=True).stdout
        run = json.loads(output)["runs"][0]
        page = os.path.join(folder, "iris.html" if data == IRIS else "moons.html")
        if not reader.browser.current_url.endswith(os.path.basename(page)):
            reader.open(page)
        training = asked["training"]
        found = reader.run(
            TRAIN, None if data == IRIS else asked["data"], asked.get("split"),
            {"layers": layers, "activation": activation, "lambda": light, "optimizer": optimizer, "tolerance": 1e-5,
             "maxIterations": training.get("maxIterations"), "seed": training["initialSeed"], "restarts": training["restarts"]})
        self.assertNotIn("error", found)
        self.assertEqual(found["iterations"], run["iterations"])
        self.assertEqual(found["seed"], run["initSeed"])
        self.assertEqual(found["theta"], bits(run["theta"]))
        self.assertEqual(found["cost"], bits([run["cost"]]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
