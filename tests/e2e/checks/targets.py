"""Targets for fingers and mice: at least 24 CSS pixels, or room around them, or in a sentence (WCAG 2.2, 2.5.8)."""

from playwright.sync_api import Page

LEAST = 24

# Each visible target with its box. A target that a label serves counts with its label; one that is stretched over its card
# (::after) with the card. Exempt: links in a sentence, and what the browser alone draws.
TARGETS = """() => {
    const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option], [tabindex="0"]';
    const visible = (one) =>
        one.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
    const boxOf = (one) => {
        const boxes = [one.getBoundingClientRect()];
        const cover = getComputedStyle(one, '::after');
        if (cover.content !== 'none' && cover.position === 'absolute' && one.matches('.whole')) {
            boxes.push(one.closest('li, .task, .tile, .figure, article')?.getBoundingClientRect() ?? boxes[0]);
        }
        for (const label of one.labels ?? []) boxes.push(label.getBoundingClientRect());
        const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
        const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
        return { left, right, top, bottom, width: right - left, height: bottom - top };
    };
    // In a sentence or a line of text: an inline box with other words of the same block beside it
    const inText = (one) => {
        if (!['inline', 'inline-block'].includes(getComputedStyle(one).display) || one.matches('button, input')) return false;
        const block = one.closest('p, li, dd, dt, td, th, figcaption, caption, legend, label, blockquote, h1, h2, h3, h4');
        if (!block) return false;
        const words = block.cloneNode(true);
        for (const other of words.querySelectorAll('a, button, .kern-sr-only, ul, ol')) other.remove();
        return /\\p{L}{2,}/u.test(words.textContent) && getComputedStyle(block).display !== 'flex';
    };
    const all = [...document.querySelectorAll(selector)].filter((one) =>
        visible(one) && !one.disabled && !one.closest('wagtail-userbar, [data-wagtail-userbar], .skip, .honeypot, video'));
    const known = all.map((one) => ({ one, box: boxOf(one) }))
        .filter(({ box }) => box.width > 0 && box.height > 0 && box.right > 0);
    const small = ({ box }) => Math.min(box.width, box.height) < LEAST - 0.5;
    const distance = (x, y, box) =>
        Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    return known.filter((target) => {
        if (!small(target) || inText(target.one)) return false;
        const x = (target.box.left + target.box.right) / 2, y = (target.box.top + target.box.bottom) / 2;
        return known.some((other) => {
            if (other.one === target.one || other.one.contains(target.one) || target.one.contains(other.one)) return false;
            if (target.one.href && target.one.href === other.one.href) return false;
            if (small(other)) {
                const u = (other.box.left + other.box.right) / 2, v = (other.box.top + other.box.bottom) / 2;
                if (Math.hypot(u - x, v - y) < LEAST) return true;
            }
            return distance(x, y, other.box) < LEAST / 2;
        });
    }).map(({ one, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`);
}""".replace("LEAST", str(LEAST))


def small_targets(page: Page) -> list[str]:
    return page.evaluate(TARGETS)
