/*
 * Where the browser behind Excel is too old, the add-in's scripts end at their first line and the page would say 正在打开 for ever.
 * This one is written for any browser (ES5) and says what to do.
 */
(function () {
  var said =
    "这台电脑上 Excel 所用的浏览器组件太旧，打不开承诺对账。请更新 Office（文件—账户—更新选项），或安装 Microsoft Edge WebView2 后重新打开 Excel，也可以改用网页版 Excel。" +
    " The browser behind this Excel is too old: please update Office, install Microsoft Edge WebView2, or use Excel on the web.";
  function say() {
    var app = document.getElementById("app");
    if (app && app.children.length === 0) app.textContent = said;
  }
  if (!window.customElements || !window.Promise) say();
  window.addEventListener("error", function (event) {
    if (/\/(functions|taskpane)[.\w-]*\.js/.test(event.filename || "")) say();
  });
})();
