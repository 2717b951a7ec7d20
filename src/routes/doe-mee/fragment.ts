/** The key of a QR comes behind the #: sent once by POST, and gone from the address before anything else. */
const key = location.hash.slice(1);
const form = document.querySelector<HTMLFormElement>('#met-sleutel');
const field = form?.querySelector<HTMLInputElement>('[name=key]');
if (key !== '' && form && field) {
  history.replaceState(history.state, '', location.pathname);
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = part.dataset['when'] !== 'coming';
  field.value = key;
  form.submit();
}
