// One stream for all tabs of this browser; each tab has a port.
const ports = new Set();
const stream = new EventSource('/live');
const tell = (message) => ports.forEach((port) => port.postMessage(message));
stream.addEventListener('changed', (event) => tell({ changed: event.data.split(' ') }));
stream.addEventListener('hello', () => tell({ changed: [] }));
onconnect = (event) => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = (said) => said.data === 'bye' && ports.delete(port);
};
