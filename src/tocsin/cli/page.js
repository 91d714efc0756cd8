for(const card of document.querySelectorAll('.claim')){
const parts=()=>document.querySelectorAll('mark[data-of~="'+card.id+'"]');
const on=()=>parts().forEach(m=>{m.classList.add('on');const f=(m.dataset.field||'').split(' ').filter(x=>x.startsWith(card.id+':')).map(x=>x.slice(card.id.length+1)).join(', ');const s=m.querySelector('sup');if(s)s.textContent=f?' '+f:''});
const off=()=>parts().forEach(m=>m.classList.remove('on'));
card.addEventListener('mouseenter',on);card.addEventListener('mouseleave',off);
card.addEventListener('focus',()=>{on();const m=parts()[0];if(m)m.scrollIntoView({block:'nearest'})});card.addEventListener('blur',off)}
