/**
 * One package for each vendor. The code names the sources of a vendor's rules:
 *
 * <ul>
 *   <li>{@code seeds/001} to {@code seeds/004}: saved pages of the vendors' documentation, which are the contract;
 *   <li>{@code providers/<vendor>.md §N}: facts from a vendor's other pages and from similar vendors, with their certainty.
 * </ul>
 *
 * <p>A rule without such a source is marked as inferred. The saved pages are not part of this repository.
 */
package dev.darkroom.dialect;
