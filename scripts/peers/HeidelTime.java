// Dates that HeidelTime finds: "language TAB anchor TAB text" lines on standard input, TimeML on standard
// output, one line each. One virtual machine for all of them; see bench_dates.py.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.HashMap;
import java.util.Map;

public class HeidelTime {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Map<String, HeidelTimeStandalone> readers = new HashMap<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split("\t", 3);
            if (!readers.containsKey(parts[0])) {
                readers.put(parts[0], new HeidelTimeStandalone(
                    Language.valueOf(parts[0]), DocumentType.NEWS, OutputType.TIMEML, arguments[0], POSTagger.NO));
            }
            String timeml = readers.get(parts[0]).process(
                parts[2], new SimpleDateFormat("yyyy-MM-dd").parse(parts[1]));
            out.println(timeml.replaceAll("[\\r\\n]+", "\u2028"));
        }
    }
}
