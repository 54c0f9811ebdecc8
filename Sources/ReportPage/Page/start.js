// One function draws all that depends on the state; the address remembers it.

const baseline = byId('sentence').textContent.slice(run.entries[run.selected].sentence.length);

// In a frame made from text, as in a notebook, fragments belong to the page around it.
const hasAddress = location.protocol !== 'about:';

const update = (from) => {
  drawPicture();
  drawComparison();
  drawControls();
  byId('sentence').textContent = run.entries[state.shown].sentence + baseline;
  if (byId('cursor').getAttribute('visibility') === 'visible') showPlace();
  say('');
  if (from === 'address' || !hasAddress) return;
  const parameters = new URLSearchParams(parametersOf(state.shown));
  if (state.pinned !== null) {
    for (const [key, value] of parametersOf(state.pinned, 'pin-')) parameters.set(key, value);
  }
  history.replaceState(null, '', `#${parameters}`);
};

const readAddress = (fragment) => {
  const parameters = new URLSearchParams(fragment.slice(1));
  const [shown, pinned] = [indexIn(parameters), indexIn(parameters, 'pin-')];
  const hasPin = Array.from(parameters.keys()).some((key) => key.startsWith('pin-'));
  if (shown >= 0) state.shown = shown;
  state.pinned = hasPin && pinned >= 0 ? pinned : state.pinned;
  update('address');
};

document.documentElement.classList.add('scripted');
startControls();
startCursor();
startExports();
const follow = (fragment) => {
  readAddress(fragment);
  byId('shown').scrollIntoView({ block: 'nearest' });
};
addEventListener('hashchange', () => follow(location.hash));
addEventListener('click', (event) => {
  const link = hasAddress ? null : event.target.closest('a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  follow(link.getAttribute('href'));
});
readAddress(location.hash);
