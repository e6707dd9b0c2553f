// One stream for all tabs of this browser; each tab has a port.
const ports = new Set();
const stream = new EventSource(`/live?langue=${location.search.slice(1)}`);
const tell = (message) => ports.forEach((port) => port.postMessage(message));
stream.addEventListener('changed', (event) => tell({ changed: event.data.split(' ') }));
stream.addEventListener('hello', () => tell({ changed: [], kind: 'hello' }));
['call', 'call-gone', 'call-over', 'call-done'].forEach((kind) => stream.addEventListener(kind, (event) => tell({ kind, data: event.data })));
onconnect = (event) => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = (said) => said.data === 'bye' && ports.delete(port);
};
