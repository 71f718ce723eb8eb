import { openBrowser, openPage, untilDrawn, DESK, PHONE } from './support/browser.ts';
const base='http://127.0.0.1:8074'; const b=await openBrowser();
for (const [name,path,size] of JSON.parse(process.argv[2]!) as [string,string,'d'|'p'][]) {
  const {page,faults}=await openPage(b, path.startsWith('http')?path:base+path, size==='d'?DESK:PHONE);
  try { if(!path.includes('/privacy')) await untilDrawn(page); } catch(e){ console.log(name,'not drawn'); }
  await page.waitForTimeout(1500);
  await page.screenshot({path:`/tmp/shot-${name}.png`, fullPage: path.includes('/privacy')});
  console.log(name, faults, await page.locator('.figure').first().innerText().catch(()=>''));
  await page.context().close();
}
await b.close();
