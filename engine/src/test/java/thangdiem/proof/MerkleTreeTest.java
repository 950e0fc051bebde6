package thangdiem.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6962 section 2.1, held against the vectors of the Certificate Transparency project. */
class MerkleTreeTest {

  private static final int SIZES = 300;

  /** The eight leaves that implementations of RFC 6962 are usually tried with. */
  private static final List<Hash> VECTOR =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(content -> MerkleTree.leaf(HexFormat.of().parseHex(content)))
          .toList();

  private static List<Hash> leaves(int size) {
    return IntStream.range(0, size).mapToObj(i -> MerkleTree.leaf("sự kiện " + i)).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void rootsAreThoseOfThePublishedVectors(int size, String root) {
    assertThat(MerkleTree.root(VECTOR.subList(0, size)).hex()).isEqualTo(root);
  }

  /** As RFC 6962 defines it, with no thought of speed. */
  private static Hash defined(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = 1;
    while (left * 2 < leaves.size()) {
      left *= 2;
    }
    return MerkleTree.node(
        defined(leaves.subList(0, left)), defined(leaves.subList(left, leaves.size())));
  }

  @Test
  void theGrowingTreeHasTheRootThatTheDefinitionGives() {
    var all = leaves(SIZES);
    var growing = new GrowingTree();
    for (int size = 1; size <= SIZES; size++) {
      growing.add(all.get(size - 1));
      assertThat(growing.size()).isEqualTo(size);
      assertThat(growing.root()).isEqualTo(defined(all.subList(0, size)));
    }
  }

  @Test
  void everyLeafIsShownToBeInEveryListAndInNoOtherPlace() {
    var all = leaves(SIZES);
    for (int size = 1; size <= SIZES; size += size < 40 ? 1 : 37) {
      var list = all.subList(0, size);
      var root = MerkleTree.root(list);
      for (int index = 0; index < size; index++) {
        var path = MerkleTree.inclusion(list, index);
        assertThat(MerkleTree.includes(root, size, index, list.get(index), path)).isTrue();
        var elsewhere = (index + 1) % size;
        if (elsewhere != index) {
          assertThat(MerkleTree.includes(root, size, elsewhere, list.get(index), path)).isFalse();
        }
        assertThat(MerkleTree.includes(root, size, index, MerkleTree.leaf("khác"), path)).isFalse();
        assertThat(MerkleTree.includes(root, size, size, list.get(index), path)).isFalse();
        assertThat(MerkleTree.includes(root, size, -1, list.get(index), path)).isFalse();
      }
    }
  }

  @Test
  void aPathThatIsLongerOrShorterShowsNothing() {
    var list = leaves(11);
    var root = MerkleTree.root(list);
    for (int index = 0; index < list.size(); index++) {
      var path = MerkleTree.inclusion(list, index);
      var longer = new ArrayList<>(path);
      longer.add(root);
      assertThat(MerkleTree.includes(root, 11, index, list.get(index), longer)).isFalse();
      assertThat(
              MerkleTree.includes(
                  root, 11, index, list.get(index), path.subList(0, path.size() - 1)))
          .isFalse();
    }
  }

  @Test
  void everyListIsShownToBeginWithEveryShorterOne() {
    var all = leaves(SIZES);
    for (int size = 1; size <= SIZES; size += size < 40 ? 1 : 37) {
      var root = MerkleTree.root(all.subList(0, size));
      for (int old = 1; old <= size; old++) {
        var oldRoot = MerkleTree.root(all.subList(0, old));
        var path = MerkleTree.consistency(all.subList(0, size), old);
        assertThat(MerkleTree.extend(old, oldRoot, size, root, path)).isTrue();
        assertThat(MerkleTree.extend(old, MerkleTree.leaf("khác"), size, root, path)).isFalse();
        assertThat(MerkleTree.extend(old, oldRoot, size, MerkleTree.leaf("khác"), path)).isFalse();
      }
    }
  }

  @Test
  void aListThatWasRewrittenIsNotShownToBeginWithTheOldOne() {
    var old = leaves(20);
    var rewritten = new ArrayList<>(leaves(30));
    rewritten.set(7, MerkleTree.leaf("sửa"));
    assertThat(
            MerkleTree.extend(
                20,
                MerkleTree.root(old),
                30,
                MerkleTree.root(rewritten),
                MerkleTree.consistency(rewritten, 20)))
        .isFalse();
  }

  @Test
  void nothingIsShownForSizesThatCannotBe() {
    var list = leaves(4);
    var root = MerkleTree.root(list);
    assertThat(MerkleTree.extend(0, root, 4, root, List.of())).isFalse();
    assertThat(MerkleTree.extend(5, root, 4, root, List.of())).isFalse();
    assertThat(MerkleTree.extend(4, root, 4, root, List.of(root))).isFalse();
    assertThat(MerkleTree.extend(3, root, 4, root, List.of())).isFalse();
    assertThatThrownBy(() -> MerkleTree.inclusion(list, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(list, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
