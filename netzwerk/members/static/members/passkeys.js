/* Passkeys, the only part of the login that needs JavaScript. Shows forms with data-passkey if the browser supports them. */
"use strict";

(() => {
  const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withBytes = (descriptors) => (descriptors || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  async function create(options) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return {
      ...envelope(made),
      response: {
        clientDataJSON: toText(made.response.clientDataJSON),
        attestationObject: toText(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  }

  async function get(options) {
    const found = await navigator.credentials.get({
      publicKey: { ...options, challenge: toBytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = found.response;
    return {
      ...envelope(found),
      response: {
        clientDataJSON: toText(clientDataJSON),
        authenticatorData: toText(authenticatorData),
        signature: toText(signature),
        userHandle: userHandle ? toText(userHandle) : null,
      },
    };
  }

  function envelope(credential) {
    return {
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }

  async function optionsOf(form) {
    if (form.dataset.options) return JSON.parse(form.dataset.options).publicKey;
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options.publicKey;
  }

  function inWords(error) {
    if (error.name === "NotAllowedError") return "Abgebrochen, oder es hat zu lange gedauert. Bitte versuchen Sie es noch einmal.";
    if (error.name === "InvalidStateError") return "Dieses Gerät oder dieser Schlüssel ist schon als Passkey eingetragen.";
    return "Das hat mit dem Passkey nicht geklappt. Bitte versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.";
  }

  // form.submit() sends the response without calling this listener again.
  function prepare(form) {
    const button = form.querySelector("button[type=submit]");
    const says = form.querySelector("[data-passkey-says]");
    const ask = form.dataset.passkey === "create" ? create : get;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      event.stopPropagation();
      button.disabled = true;
      says.textContent = "";
      try {
        form.elements.credential.value = JSON.stringify(await ask(await optionsOf(form)));
        form.submit();
      } catch (error) {
        says.textContent = inWords(error);
        button.disabled = false;
      }
    });
  }

  if (!window.PublicKeyCredential) return;
  document.querySelectorAll("form[data-passkey]").forEach(prepare);
  document.querySelectorAll("[data-passkey-missing]").forEach((note) => note.remove());
})();
