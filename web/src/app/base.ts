/** What every page looks like: the font and the styles that belong to no component. First, so that components come after. */
import '@fontsource-variable/public-sans/index.css';
import './styles.css';
import '../ui/wide-table.css';
