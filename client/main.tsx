// The page starts here.
import { render } from 'preact'

const page = document.getElementById('page')
if (page) render(<h1>Presence</h1>, page)
