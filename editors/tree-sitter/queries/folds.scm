[(zone) (store) (service) (operation) (partition) (risk) (comment)] @fold
