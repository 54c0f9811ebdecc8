// Buttons that copy the command and save the picture.

const say = (text) => { byId('done').textContent = text; };

const copyCommand = async () => {
  const command = run.entries[state.shown].command;
  try {
    await navigator.clipboard.writeText(command);
  } catch {
    // Pages from a disk may have no clipboard.
    const range = document.createRange();
    byId('command').closest('details').open = true;
    range.selectNodeContents(byId('command'));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
  }
  say('Copied.');
};

const paints = ['fill', 'fill-rule', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight',
  'font-family', 'text-anchor', 'paint-order', 'stroke-linejoin'];

/// Copies an element with its colours, and shapes instead of uses; nothing for hidden elements.
const copied = (element) => {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return null;
  if (element.localName === 'use') {
    const group = document.createElementNS(element.namespaceURI, 'g');
    const source = document.querySelector(element.getAttribute('href'));
    // Colours depend on where a shape is used, so it stands there while they are read.
    const stand = source.cloneNode(true);
    stand.removeAttribute('id');
    const holder = document.createElementNS(element.namespaceURI, 'g');
    holder.setAttribute('class', element.getAttribute('class') ?? '');
    if (element.id) holder.id = `${element.id}-copy`;
    holder.append(stand);
    element.after(holder);
    for (const child of stand.children) group.append(copied(child) ?? '');
    holder.remove();
    return group;
  }
  const copy = element.cloneNode(false);
  for (const name of ['class', 'id', 'role', 'aria-labelledby', 'tabindex']) copy.removeAttribute(name);
  if (['path', 'text', 'circle'].includes(element.localName)) {
    for (const name of paints) copy.setAttribute(name, style.getPropertyValue(name));
  }
  for (const child of element.childNodes) {
    const part = child.nodeType === Node.TEXT_NODE ? child.cloneNode() : copied(child);
    if (part) copy.append(part);
  }
  return copy;
};

/// The picture as a file of its own.
const pictureText = () => {
  const source = byId('picture');
  const picture = copied(source);
  const box = source.viewBox.baseVal;
  const make = (name, attributes) => {
    const element = document.createElementNS(source.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const definitions = make('defs', {});
  for (const id of ['frame', 'hatch']) {
    const original = byId(id);
    const copy = original.cloneNode(true);
    if (id === 'hatch') {
      for (const path of copy.children) {
        for (const name of paints) path.setAttribute(name, getComputedStyle(original.firstElementChild).getPropertyValue(name));
      }
    }
    definitions.append(copy);
  }
  const title = make('title', {});
  title.textContent = run.entries[state.shown].name;
  const page = make('rect', {
    x: box.x, y: box.y, width: box.width, height: box.height, fill: getComputedStyle(document.body).backgroundColor,
  });
  picture.prepend(title, definitions, page);
  picture.setAttribute('width', box.width);
  picture.setAttribute('height', box.height);
  return new XMLSerializer().serializeToString(picture);
};

const save = (blob, ending) => {
  const link = document.createElement('a');
  const name = parametersOf(state.shown).flat().join('-').replace(/[^\p{L}\p{N}.-]+/gu, '-');
  link.href = URL.createObjectURL(blob);
  link.download = `boundary-${name}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(`Saved as ${link.download}.`);
};

const saveSVG = () => save(new Blob([pictureText()], { type: 'image/svg+xml' }), 'svg');

const savePNG = () => {
  const box = byId('picture').viewBox.baseVal;
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2 * box.width, 2 * box.height];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, 'png'));
  };
  image.onerror = () => say('This browser cannot draw the picture.');
  image.src = `data:image/svg+xml,${encodeURIComponent(pictureText())}`;
};

const startExports = () => {
  byId('copy').addEventListener('click', copyCommand);
  byId('save-svg').addEventListener('click', saveSVG);
  byId('save-png').addEventListener('click', savePNG);
};
