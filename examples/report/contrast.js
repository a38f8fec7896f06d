// The elements whose text stands out too little from what is painted behind it: WCAG 2 asks for 4.5.
(() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (color) => {
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element) => {
    let behind;
    const around = [];
    for (let at = element; at; at = at.parentElement) around.unshift(at);
    for (const one of around) behind = paint(getComputedStyle(one).backgroundColor);
    const [high, low] = [behind, paint(getComputedStyle(element).color)]
      .map(luminance).sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const hasText = (element) => element.getClientRects().length
    && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll('*:not(script)')].filter(hasText)
    .map((element) => [contrast(element), element.className, element.textContent.slice(0, 40)])
    .filter(([ratio]) => ratio < 4.5)
    .map(String);
})()
