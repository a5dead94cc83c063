"""What each template is given: one frozen, typed value per page, made from records alone.

Everything computed lives here; everything in YAML is authored. A page's HTML depends on its view,
its template and nothing else, so that a page whose view has not changed need not be rendered again.
"""
