/** Components that only show something. */
import { type Builtin, reflect, text } from './builtin';
import { resolvePath } from './resolve-path';
import { services } from './services';

const OBJECT_FIT: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  center: 'none',
};

const image: Builtin = {
  props: { src: '', mode: 'scaleToFill', lazyLoad: false },
  template: 'empty',
  mount({ host, emit }) {
    const picture = document.createElement('img');
    picture.onload = () => emit('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    picture.onerror = () => emit('error', { errMsg: `GET ${picture.src} failed` });
    host.append(picture);
    return ({ src, mode }) => {
      const source = text(src);
      const address = /^(https?:|data:|\/)/.test(source)
        ? source
        : `/${resolvePath(source, services().pages.current().route)}`;
      if (source === '') picture.removeAttribute('src');
      else if (picture.getAttribute('src') !== address) picture.src = address;
      picture.style.objectFit = OBJECT_FIT[text(mode)] ?? 'fill';
      picture.style.height = mode === 'widthFix' ? 'auto' : '100%';
      picture.style.width = mode === 'heightFix' ? 'auto' : '100%';
      host.style.height = mode === 'widthFix' ? 'auto' : host.style.height;
    };
  },
};

interface RichNode {
  type?: string;
  name?: string;
  attrs?: Record<string, string>;
  text?: string;
  children?: RichNode[];
}

/** Tags that rich-text shows; WeChat drops every other, with what is inside. */
const RICH_TAGS = new Set(
  'a abbr b blockquote br code col colgroup dd del div dl dt em fieldset h1 h2 h3 h4 h5 h6 hr i img ins label legend li ol p q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
);

function richNode(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  if (!RICH_TAGS.has(node.name ?? '')) return document.createTextNode('');
  const made = document.createElement(node.name as string);
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    if (!name.startsWith('on')) made.setAttribute(name, value);
  made.append(...(node.children ?? []).map(richNode));
  return made;
}

function parsedNodes(html: string): RichNode[] {
  const read = (node: Node): RichNode =>
    node instanceof Element
      ? {
          name: node.tagName.toLowerCase(),
          attrs: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
          children: [...node.childNodes].map(read),
        }
      : { type: 'text', text: node.textContent ?? '' };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(read);
}

export const PLAIN: Record<string, Builtin> = {
  view: {},
  'cover-view': {},
  'root-portal': {},
  text: {},
  image,
  'cover-image': image,
  icon: {
    props: { type: '', size: 23, color: '' },
    template: 'empty',
    mount:
      ({ host }) =>
      ({ type }) =>
        reflect(host, 'type', type),
  },
  progress: {
    props: { percent: 0 },
    template: 'empty',
    mount({ host }) {
      const bar = document.createElement('progress');
      bar.max = 100;
      host.append(bar);
      return ({ percent }) => {
        bar.value = Number(percent);
      };
    },
  },
  'rich-text': {
    props: { nodes: '' },
    template: 'empty',
    mount:
      ({ host }) =>
      ({ nodes }) => {
        const list = Array.isArray(nodes) ? (nodes as RichNode[]) : parsedNodes(text(nodes));
        host.replaceChildren(...list.map(richNode));
      },
  },
  canvas: {
    props: { type: '', canvasId: '' },
    template: 'empty',
    start({ host }) {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, {
        createImage: () => new Image(),
        requestAnimationFrame: window.requestAnimationFrame.bind(window),
        cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
      });
      host.append(canvas);
    },
  },
  navigator: {
    props: { url: '', openType: 'navigate', delta: 1 },
    start({ onTap, props }) {
      onTap(() => {
        const { url, openType, delta } = props();
        services().pages.open(text(openType) || 'navigate', text(url), Number(delta));
      });
    },
  },
  'page-meta': {
    props: { pageStyle: '', rootFontSize: '', rootBackgroundColor: '', backgroundColor: '' },
    mount:
      ({ host }) =>
      ({ pageStyle, rootFontSize }) => {
        host.closest('wx-page')?.setAttribute('style', text(pageStyle));
        document.documentElement.style.fontSize = text(rootFontSize);
      },
  },
};
