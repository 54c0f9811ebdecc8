// The picture of the classifier that is shown.

/// Circles around points; the page without its script has the same.
const rings = (places, points) =>
  points.map((p) => `M${places[2 * p] - 8} ${places[2 * p + 1]}a8 8 0 1 0 16 0a8 8 0 1 0-16 0`).join('');

/// The points that have markers: of many, every second, third or later one of each part.
const drawnPoints = ({ labels, trainCount }) => {
  const step = (count) => Math.max(1, Math.ceil(count / run.drawnCount));
  const [training, test] = [step(trainCount), step(labels.length - trainCount)];
  return labels.map((_, point) => point)
    .filter((point) => (point < trainCount ? point % training : (point - trainCount) % test) === 0);
};

const showsHeldOut = () => byId('show-held-out').checked;

/// Round numbers in a range, and their texts.
const ticksIn = (low, high) => {
  const bin = (high - low) / 6;
  const decade = Math.floor(Math.log10(bin));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * 10 ** decade >= bin) ?? 20;
  const step = factor * 10 ** decade;
  const decimals = Math.max(0, factor === 2.5 ? 1 - decade : factor >= 10 ? -1 - decade : -decade);
  const [first, last] = [Math.ceil(low / step - 1e-10), Math.floor(high / step + 1e-10)];
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
    .map((value) => ({ value, text: fixed(value, decimals).replace('-', '−') }));
};

/// The ticks and titles of both axes.
const axesOf = (limits) => {
  const [minX, minY, maxX, maxY] = limits;
  const across = ticksIn(minX, maxX).flatMap(({ value, text }) => {
    const place = fixed(placeOf(limits, value, 0)[0], 1);
    return [
      makeShape('path', { class: 'tick', d: `M${place} ${frame.height}v6` }),
      makeShape('text', { class: 'across', x: place, y: frame.height, dy: '1.35em' }, text),
    ];
  });
  const up = ticksIn(minY, maxY).flatMap(({ value, text }) => {
    const place = fixed(placeOf(limits, 0, value)[1], 1);
    return [
      makeShape('path', { class: 'tick', d: `M0 ${place}h-6` }),
      makeShape('text', { class: 'up', x: -11, y: place, dy: '.35em' }, text),
    ];
  });
  return [
    ...across, ...up,
    makeShape('text', { class: 'across axis', x: frame.width / 2, y: frame.height, dy: '2.55em' }, run.axes[0]),
    makeShape('text', { class: 'axis', x: -60, y: -12 }, run.axes[1]),
  ];
};

/// The keys of the legend, one for each class.
const legendOf = ({ classNames }) => classNames.map((name, label) => {
  const item = document.createElement('li');
  item.className = 'class';
  item.append(classSymbol(label), name);
  return item;
});

/// Colour and marker of a class.
const classSymbol = (label) => makeShape('svg', { class: 'symbol', viewBox: '-9 -9 18 18', 'aria-hidden': 'true' },
  makeShape('path', { class: `k${label}`, d: 'M-9-9H9V9H-9z' }),
  makeShape('path', { class: `marker m${label}`, d: run.markers[label] }));

let drawnData = reportData;
const ownAxes = Array.from(byId('ticks').children);

/// Draws markers, axes and legend of the points that the shown classifier belongs to.
const drawData = () => {
  const data = dataOf(state.shown);
  if (data === drawnData) return;
  const drawn = drawnPoints(data);
  byId('training').replaceChildren(...markersOf(data, drawn.filter((p) => p < data.trainCount)));
  byId('test').replaceChildren(...markersOf(data, drawn.filter((p) => p >= data.trainCount)));
  if (data.limits !== drawnData.limits) {
    byId('ticks').replaceChildren(...(data.limits === run.limits ? ownAxes : axesOf(data.limits)));
  }
  const legend = document.querySelector('.picture .legend');
  for (const item of Array.from(legend.querySelectorAll('.class'))) item.remove();
  legend.prepend(...legendOf(data));
  const isTested = data.trainCount < data.labels.length;
  legend.querySelector('.held-out').hidden = !isTested;
  byId('show-held-out').parentElement.hidden = !isTested;
  drawnData = data;
};

const drawPicture = () => {
  const { shown } = state;
  drawData();
  const data = dataOf(shown);
  byId('regions').setAttribute('href', `#e${shown}`);
  byId('held-out').toggleAttribute('hidden', !showsHeldOut());
  const points = drawnPoints(data).filter((p) => p < data.trainCount || showsHeldOut());
  const missed = byId('show-mistakes').checked ? points.filter((p) => classOf(shown, p) !== data.labels[p]) : [];
  byId('mistakes').setAttribute('d', rings(data.places, missed));
  byId('shown').textContent = run.entries[shown].name;
  drawCommand(run.entries[shown].command);
};

const drawCommand = (command) => {
  // Shown without marks of direction, copied with them.
  byId('command').textContent = command.replace(/\p{Bidi_Control}/gu, '\ufffd');
  byId('copy').hidden = command === '';
  byId('command').closest('details').hidden = command === '';
};
