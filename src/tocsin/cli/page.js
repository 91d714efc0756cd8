// Only moves: j and k go through the claims, and a claim in hand brings its words into view. Without it the page shows all.
const cards=[...document.querySelectorAll(".claim")];
const calm=matchMedia("(prefers-reduced-motion: reduce)").matches;
for(const card of cards)card.addEventListener("focus",()=>{
  const words=document.getElementById("m-"+card.id);
  if(words)words.scrollIntoView({block:"nearest",behavior:calm?"auto":"smooth"});
});
addEventListener("keydown",event=>{
  if(event.ctrlKey||event.metaKey||event.altKey||(event.key!=="j"&&event.key!=="k"))return;
  const at=cards.indexOf(document.activeElement);
  const next=cards[event.key==="j"?at+1:Math.max(at-1,0)];
  if(next)next.focus();
});
