vim.filetype.add({ extension = { cap = 'cap' } })
