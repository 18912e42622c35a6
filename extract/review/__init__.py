"""The editors' page: articles beside their records in a browser, and a store of every correction.

`intake` brings articles in, `store` keeps them and their corrections, `board` knows what corrections make of a record,
`completion` fills in what an editor need not type, `desk` makes corrections, `queue` lists, `server` shows behind its
`guard`, `export` writes out, `page` makes one file of an article, `command` ties this to the command line.
"""
