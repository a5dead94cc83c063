"""What of a page is not the article: menus, prompts, teasers, forms, on lines and inside them."""
