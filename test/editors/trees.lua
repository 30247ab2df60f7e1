-- Reads each text of $TEXTS (a JSON object of names and texts) with the tree-sitter grammar $GRAMMAR. $OUT gets, for
-- each text, what is no part of a design, and the captures of the highlighting query of those that $COLOURED names.

vim.treesitter.require_language('cap', vim.env.GRAMMAR)

local function readFile(path)
  return table.concat(vim.fn.readfile(path), '\n')
end

local query = vim.treesitter.parse_query('cap', readFile(vim.env.QUERIES .. '/highlights.scm'))
for _, name in ipairs({ 'folds', 'tags' }) do
  vim.treesitter.parse_query('cap', readFile(vim.env.QUERIES .. '/' .. name .. '.scm'))
end

local function mistakes(node, text, found)
  if node:type() == 'ERROR' or node:missing() then
    local row = node:range()
    table.insert(found, (row + 1) .. ': ' .. vim.treesitter.query.get_node_text(node, text))
  else
    for child in node:iter_children() do mistakes(child, text, found) end
  end
  return found
end

local function captures(root, text)
  local found = {}
  for id, node in query:iter_captures(root, text, 0, -1) do
    -- A later pattern is the more special one.
    found[vim.treesitter.query.get_node_text(node, text)] = query.captures[id]
  end
  return found
end

local seen = {}
for name, text in pairs(vim.fn.json_decode(readFile(vim.env.TEXTS))) do
  local root = vim.treesitter.get_string_parser(text, 'cap'):parse()[1]:root()
  local isColoured = name == vim.env.COLOURED
  seen[name] = {
    mistakes = root:has_error() and mistakes(root, text, {}) or vim.empty_dict(),
    captures = isColoured and captures(root, text) or nil,
  }
end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.OUT)
vim.cmd('qall!')
