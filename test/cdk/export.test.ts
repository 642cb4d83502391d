/** The suites of the CDK export, in one process: loading the CDK and building the validator is most of their time. */
import './cafe.suite';
import './golden.suite';
import './pairs.suite';
import './designs.suite';
import './templates.suite';
import './hostile.suite';
