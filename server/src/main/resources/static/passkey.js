"use strict";
// Passkeys: asks the server what to say, lets the browser ask the person, and posts the answer as an ordinary form.
(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able) return;
  document.querySelectorAll("[data-passkey-missing]").forEach(note => { note.hidden = true; });

  const ask = async form => {
    const answer = await fetch(form.dataset.options, {headers: {Accept: "application/json"}});
    if (!answer.ok) throw new Error(answer.status);
    const options = await answer.json();
    return form.dataset.passkey === "create"
      ? navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
      : navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
  };

  document.querySelectorAll("form[data-passkey]").forEach(form => {
    const problem = form.querySelector("[role=alert]");
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      problem.hidden = true;
      try {
        form.elements.credential.value = JSON.stringify(await ask(form));
        form.submit();
      } catch {
        problem.hidden = false;
      }
    });
  });
})();
