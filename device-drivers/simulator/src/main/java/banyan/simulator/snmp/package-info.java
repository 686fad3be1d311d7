/** An SNMP agent on a loopback port, versions 1 and 2c, which answers GET and GETNEXT out of what it is given and knows nothing else. */
@NullMarked
package banyan.simulator.snmp;

import org.jspecify.annotations.NullMarked;
