// A tiny local HTTP server through which a suite, inside the extension host, reaches what only the browser can:
// the pixels, the keyboard and the inside of webviews. The suite finds its address in the variable NETSPLIT_PAGE.
//
// Every request is a POST with a JSON body; the answer is JSON: {"ok": true, "value": …} or {"ok": false, "error":
// "…"}.
// `frame`, where given, is a text: the request then acts inside the first webview frame that shows this text, and waits
// for such a frame. `selector` is a Playwright selector ("css=…", "text=…", "role=button[name=…]"); requests wait for
// it. VS Code loads a webview anew when it likes to, for other colours for example: what acted in a frame that went away
// acts in the new one.
//
//   /screenshot {path, frame?, selector?}   a PNG of the window, or of one element
//   /frames     {}                          the inner texts of all webview frames that show something
//   /text       {frame?, selector}          the inner text of an element
//   /html       {frame?, selector}          the outer HTML of an element
//   /count      {frame?, selector}          how many elements there are now (doesn't wait for one)
//   /click      {frame?, selector, modifiers?}  a click; modifiers such as ["Control"]
//   /press      {key}                       a key or a chord, such as "Control+Space"
//   /type       {text}                      text, key by key, where the focus is
//   /evaluate   {frame?, script}            the value of a JavaScript expression in the page or in a frame
//   /addScript  {frame?, path}              runs a script file in the page or in a frame (a checker such as axe)
//   /resize     {width, height}             the size of the window

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const PATIENCE_MS = 15_000;

/** `evidence`: the folder for a screenshot of each request that failed. */
export async function openChannel(page, evidence) {
  page.setDefaultTimeout(PATIENCE_MS);
  let failures = 0;
  const requests = {
    screenshot: async ({ path: file, frame, selector }) => {
      mkdirSync(path.dirname(file), { recursive: true });
      await within(page, frame, (place) =>
        (selector === undefined ? page : place.locator(selector).first()).screenshot({
          path: file,
          animations: 'disabled',
        }),
      );
    },
    frames: async () => (await frameTexts(page)).map(({ text }) => text),
    text: ({ frame, selector }) => within(page, frame, (place) => place.locator(selector).first().innerText()),
    html: ({ frame, selector }) =>
      within(page, frame, (place) =>
        place
          .locator(selector)
          .first()
          .evaluate((element) => element.outerHTML),
      ),
    count: ({ frame, selector }) => within(page, frame, (place) => place.locator(selector).count()),
    click: ({ frame, selector, modifiers }) =>
      within(page, frame, (place) => place.locator(selector).first().click({ modifiers })),
    press: ({ key }) => page.keyboard.press(key),
    type: ({ text }) => page.keyboard.type(text),
    evaluate: ({ frame, script }) => within(page, frame, (place) => place.evaluate(script)),
    // Not as a <script> element: a webview's content security policy would rightly refuse that.
    addScript: ({ frame, path: file }) =>
      within(page, frame, async (place) => void (await place.evaluate(`${readFileSync(file, 'utf8')};0`))),
    resize: ({ width, height }) => page.setViewportSize({ width, height }),
  };

  const server = createServer(async (request, response) => {
    const answer = await answerTo(requests, request);
    if (!answer.ok) {
      const file = path.join(evidence, `request-${++failures}.png`);
      // The error is what counts, with or without a picture of it.
      const taken = await page.screenshot({ path: file }).then(
        () => true,
        () => false,
      );
      if (taken) answer.error += `\nThe window then: ${file}`;
    }
    // A suite in a web worker asks from the origin of the page.
    response
      .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      .end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

async function answerTo(requests, request) {
  try {
    const name = request.url.slice(1);
    const known = Object.keys(requests);
    if (!known.includes(name)) throw new Error(`There is no request /${name}; there is /${known.join(', /')}.`);
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const value = await requests[name](JSON.parse(body || '{}'));
    return { ok: true, value: value ?? null };
  } catch (error) {
    return { ok: false, error: String(error?.message ?? error) };
  }
}

/** Does it in the page, or in the webview frame that shows a text; anew in the next one if the frame goes away. */
async function within(page, frameText, act) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act(await placeOf(page, frameText));
    } catch (error) {
      const isGone = frameText !== undefined && /detached|context was destroyed/i.test(String(error?.message));
      if (!isGone || Date.now() > end) throw error;
    }
  }
}

/** The page, or the webview frame that shows a text. */
async function placeOf(page, frameText) {
  if (frameText === undefined) return page;
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const texts = await frameTexts(page);
    const found = texts.find(({ text }) => text.includes(frameText));
    if (found !== undefined) return found.frame;
    if (Date.now() > end) {
      throw new Error(
        `No webview frame shows ${JSON.stringify(frameText)}; there is: ` +
          `${JSON.stringify(texts.map(({ text }) => text))}.`,
      );
    }
    // A browser has no event for "some text has changed somewhere in some frame": asked once per painted frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function frameTexts(page) {
  // The workbench runs extensions for browsers in a hidden frame, which is not a webview.
  const frames = page
    .frames()
    .filter((frame) => frame !== page.mainFrame() && !frame.url().includes('webWorkerExtensionHost'));
  const texts = await Promise.all(
    // A frame may go away while it is asked.
    frames.map(async (frame) => ({
      frame,
      text: await frame.evaluate(() => document.body?.innerText ?? '').catch(() => ''),
    })),
  );
  return texts.filter(({ text }) => text.trim() !== '');
}
