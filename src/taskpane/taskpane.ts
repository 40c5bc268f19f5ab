void Office.onReady(() => { document.body.append("承诺对账"); });
