/** The first design of the language page: a bank account and a shopping cart in two regions. */
export const BANK = `// A bank account must never show a wrong balance; a shopping cart must always take an item.
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms

client teller    in us
client traveller in eu

store accounts on us1, us2, eu1 {
  choose CP
  on partition wait 5s
}

store cart on us1, eu1 {
  choose AP
  merge lww
}

operation withdraw: write accounts from teller, traveller
operation balance:  read  accounts from teller, traveller
operation addItem:  write cart from teller, traveller
operation viewCart: read  cart from teller, traveller

partition atlantic { us | eu }

expect withdraw from teller ok under atlantic
expect balance from traveller error under atlantic
expect viewCart never error under any 1 link
`;
