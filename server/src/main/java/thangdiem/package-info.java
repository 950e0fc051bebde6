/** The application around the engine (máy chủ Thang Điểm). */
@NullMarked
package thangdiem;

import org.jspecify.annotations.NullMarked;
