"""The editors' page: articles beside their records in a browser, and a store of every correction.

`store` keeps, `board` knows what corrections make of a record, `completion` fills in what an editor need not type,
`queue` lists, `server` shows, `export` writes out, `page` makes one self-contained file of an article.
"""
