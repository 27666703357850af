// One browser for a Python test, at 360 × 740, driven by a library that the browser's makers stand behind: Firefox by
// puppeteer-core (WebDriver BiDi, no driver program), WebKit by selenium-webdriver and Debian's WebKitWebDriver.
// In: a line of JSON for each thing to do, {"do": "open", "with": "http://…"}. Out: a line of JSON for each, {"value": …} or {"error": "…"}.
import { createInterface } from 'node:readline';

const [engine, browserPath, driverPath] = process.argv.slice(2);
const SIZE = { width: 360, height: 740 };

const firefox = async () => {
  const { default: puppeteer } = await import('puppeteer-core');
  // a question to a page that is leaving is now and then never answered: it is asked again after this (three minutes else)
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: browserPath, headless: true, protocolTimeout: 40_000 });
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  return {
    open: (address) => page.goto(address),
    run: (script) => page.evaluate(script),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    click: ([x, y]) => page.mouse.click(x, y),
    close: () => browser.close(),
  };
};

const webkit = async () => {
  const { Builder, Capabilities, Key, Origin } = await import('selenium-webdriver');
  const { DriverService } = await import('selenium-webdriver/remote/index.js');
  const service = new DriverService.Builder(driverPath).setLoopback(true).build();
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
  });
  const driver = await new Builder().usingServer(await service.start()).withCapabilities(wanted).build();
  const script = 'return [window.innerWidth, window.innerHeight]';
  const [, inside] = await driver.manage().window().setRect({ x: 0, y: 0, ...SIZE }).then(() => driver.executeScript(script));
  await driver.manage().window().setRect({ x: 0, y: 0, width: SIZE.width, height: SIZE.height * 2 - inside });
  const keys = { Tab: Key.TAB, Enter: Key.ENTER, Space: Key.SPACE };
  const send = (text) => driver.actions().sendKeys(text).perform();
  return {
    open: (address) => driver.get(address),
    run: (code) => driver.executeAsyncScript(`const done = arguments[0]; Promise.resolve(${code}).then(done)`),
    press: (key) => send(keys[key]),
    type: send,
    click: ([x, y]) => driver.actions().move({ x, y, origin: Origin.VIEWPORT, duration: 0 }).click().perform(),
    close: async () => {
      await driver.quit();
      await service.kill();
    },
  };
};

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const browser = await { firefox, webkit }[engine]().catch((error) => say({ error: `${error}` }));
if (browser) {
  say({ value: 'ready' });
  for await (const line of createInterface({ input: process.stdin })) {
    const task = JSON.parse(line);
    try {
      const value = await browser[task.do](task.with);
      say({ value: task.do === 'run' ? (value ?? null) : null });
    } catch (error) {
      say({ error: `${error}` });
    }
    if (task.do === 'close') break;
  }
}
process.exit();
