//! Family `punctuation`: marks that can only be slips of the keyboard, wherever they stand.

mod doubled;
mod unpaired;
mod width;

pub use doubled::DOUBLED;
pub use unpaired::UNPAIRED;
pub use width::WIDTH;
