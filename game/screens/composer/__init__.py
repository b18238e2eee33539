"""The order composer: what to do, to whom, at what price, and who will mind."""
