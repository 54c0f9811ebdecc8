// One function draws all that depends on the state; the address remembers it.

const ownBaseline = byId('sentence').textContent.slice(run.entries[run.selected].sentence.length);

const baselineOf = (data) => (data === reportData ? ownBaseline : baselineSentence(data, engineFor(data).baseline()));

/// Remembers what is shown in the address. Frames of other origins have none.
const writeAddress = () => {
  const parameters = new URLSearchParams(parametersOf(state.shown));
  if (state.pinned !== null) {
    for (const [key, value] of parametersOf(state.pinned, 'pin-')) parameters.set(key, value);
  }
  try {
    history.replaceState(null, '', `#${parameters}`);
  } catch {
    // The address stays.
  }
};

/// Draws what is shown. `from` is 'address', 'trained' by the controls, 'progress' of a training, 'film' or 'pin'; left out
/// for a choice of the reader.
const update = (from) => {
  const isRunning = from === 'progress' || from === 'film';
  if ((from === undefined || from === 'address') && trainer.isBusy) {
    stopTraining();
    setRunning(false);
  }
  drawPicture();
  drawComparison(isRunning);
  drawControls();
  if (from !== 'film' && isFilming()) leaveFilm();
  if (trainer.engine) {
    if (!isRunning && from !== 'trained') drawPanel();
    if (from !== 'film') drawPoints();
    if (!isRunning) drawFilm();
  }
  const sentence = byId('sentence');
  // A reader of the screen hears results, and not every iterate.
  sentence.setAttribute('aria-live', isRunning ? 'off' : 'polite');
  sentence.textContent = run.entries[state.shown].sentence + baselineOf(dataOf(state.shown));
  if (byId('cursor').getAttribute('visibility') === 'visible') showPlace();
  say('');
  if (!isRunning && from !== 'address') writeAddress();
};

/// Trains the networks that the address names: first the pinned one, then the shown one.
const trainFromAddress = (shown, pinned) => {
  const trainShown = () => {
    if (shown) train(shown.training, shown.data, drawPanel);
  };
  if (!pinned) {
    trainShown();
    return;
  }
  const before = state.shown;
  train(pinned.training, pinned.data, () => {
    state.pinned = state.shown;
    if (shown) trainShown();
    else show(before);
  });
};

/// Trains what the address names, if anything.
const trainByAddress = () => {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const trainings = [trainingIn(parameters), trainingIn(parameters, 'pin-')];
  if (trainings.some(Boolean)) trainFromAddress(...trainings);
};

const readAddress = () => {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const isTrained = (prefix) => parameters.has(`${prefix}train`);
  const [shown, pinned] = ['', 'pin-'].map((prefix) => (isTrained(prefix) ? -1 : indexIn(parameters, prefix)));
  const hasPin = Array.from(parameters.keys()).some((key) => key.startsWith('pin-'));
  if (shown >= 0) state.shown = shown;
  if (hasPin && pinned >= 0) state.pinned = pinned;
  update('address');
};

const start = async () => {
  document.documentElement.classList.add('scripted');
  startControls();
  startCursor();
  startExports();
  readAddress();
  if (await startTrainer()) {
    startPanel();
    update('address');
    trainByAddress();
  }
  addEventListener('hashchange', () => {
    readAddress();
    if (trainer.engine) trainByAddress();
    byId('shown').scrollIntoView({ block: 'nearest' });
  });
};
start();
