// Sliders, buttons, curve and map: all show the same classifier.

const show = (index, from) => {
  if (index < 0 || index >= run.entries.length) return;
  state.shown = index;
  update(from);
};

const sliders = [['size', run.sizes, 'hidden'], ['lambda', run.lambdas, 'lambda']];

const drawControls = () => {
  const entry = run.entries[state.shown];
  for (const [name, values, key] of sliders) {
    const slider = byId(name);
    if (!slider) continue;
    const value = entry.hidden === undefined ? '–' : entry[key];
    if (values.includes(value)) slider.value = values.indexOf(value);
    slider.setAttribute('aria-valuetext', value);
    byId(`${name}-value`).textContent = value;
  }
  for (const button of document.querySelectorAll('button[data-entry]')) {
    const isShown = Number(button.dataset.entry) === state.shown;
    button.setAttribute('aria-pressed', String(isShown));
    if (button.closest('.errors')) button.tabIndex = isShown ? 0 : -1;
  }
  const cells = Array.from(document.querySelectorAll('.errors button'));
  if (cells.length > 0 && !cells.some((cell) => cell.tabIndex === 0)) cells[0].tabIndex = 0;
  for (const place of document.querySelectorAll('.place')) {
    const index = Number(place.dataset.entry);
    place.classList.toggle('shown', index === state.shown);
    place.classList.toggle('pinned', index === state.pinned);
  }
  const curves = Array.from(document.querySelectorAll('.curve'));
  const current = curves.find((curve) => curve.querySelector('.place.shown'));
  if (current || !curves.some((curve) => curve.classList.contains('current'))) {
    for (const curve of curves) curve.classList.toggle('current', curve === (current ?? curves[0]));
  }
};

/// Makes the cells of the map buttons, between which arrow keys move.
const startMap = () => {
  const cells = Array.from(document.querySelectorAll('.errors td[data-entry]'));
  for (const cell of cells) {
    const button = document.createElement('button');
    const entry = run.entries[Number(cell.dataset.entry)];
    button.type = 'button';
    button.dataset.entry = cell.dataset.entry;
    button.textContent = cell.textContent;
    button.setAttribute('aria-label', `${cell.textContent} %, ${entry.name}`);
    button.addEventListener('click', () => show(Number(button.dataset.entry)));
    cell.replaceChildren(button);
  }
  document.querySelector('.errors')?.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -run.lambdas.length, ArrowDown: run.lambdas.length };
    const cell = event.target.closest('td');
    const next = cell && event.key in steps ? cells[cells.indexOf(cell) + steps[event.key]] : null;
    if (!next) return;
    event.preventDefault();
    next.firstElementChild.focus();
    show(Number(next.dataset.entry));
  });
};

/// Keeps the lower end of the picture's column in view where the window is too low for all of it. Not called when a text
/// changes its height: the picture must not move under the pointer.
const keepInView = () => {
  const view = document.querySelector('.view');
  view.style.setProperty('--top', `${Math.min(0, innerHeight - view.offsetHeight)}px`);
};

const startControls = () => {
  keepInView();
  addEventListener('resize', keepInView);
  for (const element of document.querySelectorAll('.controls')) element.hidden = false;
  for (const [name] of sliders) {
    const slider = byId(name);
    const value = (id, values) => values[Number(byId(id)?.value ?? 0)];
    const choose = () => show(entryAt(value('size', run.sizes), value('lambda', run.lambdas)));
    // A slider that stays at its end leads back from another classifier, too.
    for (const type of ['input', 'click']) slider?.addEventListener(type, choose);
    slider?.addEventListener('keyup', (event) => { if (/^(Arrow|Home|End|Page)/.test(event.key)) choose(); });
  }
  for (const button of document.querySelectorAll('.others button')) {
    button.addEventListener('click', () => show(Number(button.dataset.entry)));
  }
  for (const place of document.querySelectorAll('.place')) {
    place.addEventListener('click', () => show(Number(place.dataset.entry)));
  }
  for (const name of ['show-held-out', 'show-mistakes']) byId(name).addEventListener('change', drawPicture);
  byId('pin').addEventListener('click', () => {
    state.pinned = state.pinned === null ? state.shown : null;
    update('pin');
  });
  startMap();
};
