-- Neovim 0.11 and later find this table by the name of the file: vim.lsp.enable('netsplit').
return {
  cmd = { 'netsplit', 'lsp' },
  filetypes = { 'cap' },
  root_markers = { 'netsplit.json', '.git' },
  init_options = { settings = { inlayHints = 'problems' } },
}
