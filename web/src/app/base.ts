/** The look of every page: the font and the styles that belong to no component. Import first, so that components override them. */
import '@fontsource-variable/public-sans/index.css';
import './styles.css';
import '../ui/wide-table.css';
