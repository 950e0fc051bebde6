// Adds sorting, filtering and deep links to a page that reads without it.
(function () {
  var root = document.documentElement;
  root.classList.add('js');
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };
  var plain = function (text) {
    return text.toLowerCase().replace(/\u0111/g, 'd').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  };

  // Sorting: a button in the head of a column; Enter and Space come with the button.
  all('th .sort').forEach(function (button) {
    button.addEventListener('click', function () {
      var head = button.closest('th');
      var table = head.closest('table');
      var column = Array.prototype.indexOf.call(head.parentNode.children, head);
      var descending = head.getAttribute('aria-sort') === 'ascending' || (!head.hasAttribute('aria-sort') && button.dataset.first === 'descending');
      all('th', table).forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      var body = table.tBodies[0];
      var key = function (row) {
        var value = row.cells[column].dataset.v;
        return value === undefined ? plain(row.cells[column].textContent) : Number(value);
      };
      all('tr', body)
        .map(function (row, index) { return { row: row, key: key(row), index: index }; })
        .sort(function (a, b) {
          var order = typeof a.key === 'number' ? a.key - b.key : a.key.localeCompare(b.key, 'vi');
          return (descending ? -order : order) || a.index - b.index;
        })
        .forEach(function (item) { body.appendChild(item.row); });
    });
  });

  // Which groups are shown.
  all('[data-show]').forEach(function (button) {
    button.addEventListener('click', function () {
      all('[data-show]').forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)); });
      all('[data-group]').forEach(function (part) {
        part.hidden = button.dataset.show !== '' && part.dataset.group !== button.dataset.show;
      });
    });
  });

  // Search by name, with or without diacritics.
  var find = document.getElementById('find');
  if (find) {
    find.addEventListener('input', function () {
      var wanted = plain(find.value.trim());
      all('[data-name]').forEach(function (part) {
        part.hidden = wanted !== '' && plain(part.dataset.name).indexOf(wanted) < 0;
      });
    });
  }

  // Open and close all units; a link to a unit or criterion opens what it points at.
  all('[data-open]').forEach(function (button) {
    button.addEventListener('click', function () {
      all('details.unit').forEach(function (unit) { unit.open = button.dataset.open === 'yes'; });
    });
  });
  var arrive = function () {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS') part.open = true;
    }
    if (target && target.tagName === 'DETAILS') target.scrollIntoView();
  };
  window.addEventListener('hashchange', arrive);
  arrive();
})();
