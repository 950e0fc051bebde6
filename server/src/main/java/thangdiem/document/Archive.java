package thangdiem.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What a file says of itself to be kept for decades as PDF/A-2b (lưu trữ lâu dài). */
final class Archive {

  private static final String SRGB = "sRGB IEC61966-2.1";
  private static final String LANGUAGE = "vi";

  private Archive() {}

  static void describe(PDDocument pdf, String title) throws IOException {
    pdf.getDocumentInformation().setTitle(title);
    var catalog = pdf.getDocumentCatalog();
    catalog.setLanguage(LANGUAGE);
    var metadata = new PDMetadata(pdf);
    metadata.importXMPMetadata(xmp(title).getBytes(StandardCharsets.UTF_8));
    metadata.getCOSObject().removeItem(COSName.FILTER); // To be found without unpacking.
    catalog.setMetadata(metadata);
    var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    var intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    intent.setRegistryName("http://www.color.org");
    catalog.addOutputIntent(intent);
  }

  private static String xmp(String title) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
     <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <pdfaid:part>2</pdfaid:part>
       <pdfaid:conformance>B</pdfaid:conformance>
       <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
      </rdf:Description>
     </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
        .formatted(title.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
